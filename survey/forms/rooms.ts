import { say } from './form.js';
import type { Form } from './form.js';

/** 机房 */
export const roomsForm = {
  id: 'rooms',
  title: say('Machine rooms', '机房'),
  purpose: say('Every place where machines of the project stand.', '项目涉及的全部机房。'),
  aliases: ['数据中心', 'data centres', 'datacenters', 'locations', '物理分布'],
  key: ['name'],
  columns: [
    {
      id: 'name',
      type: 'text',
      required: true,
      width: 22,
      title: say('Machine room', '机房名称'),
      hint: say('One name, the same on all sheets', '各表中须保持一致'),
      aliases: ['room', 'name', 'data centre', 'datacenter', '机房', '数据中心'],
    },
    {
      id: 'location',
      type: 'text',
      width: 26,
      title: say('Location', '所在地'),
      hint: say('City and building', '城市、园区、楼层'),
      aliases: ['address', 'city', '地点', '地址', '位置'],
    },
    {
      id: 'role',
      type: 'text',
      title: say('Role', '用途'),
      hint: say('Main, second site, disaster recovery …', '主中心、同城、灾备等'),
      aliases: ['purpose', '定位', '角色'],
    },
    {
      id: 'racks',
      type: 'number',
      integer: true,
      title: say('Racks', '机柜数量'),
      hint: say('In use by the project', '本项目使用的机柜'),
      aliases: ['cabinets', '机柜', '机柜数'],
    },
    {
      id: 'remarks',
      type: 'text',
      width: 40,
      title: say('Remarks', '备注'),
      hint: say('Power, cooling, space left', '电力、制冷、剩余空间等'),
    },
  ],
  examples: [
    {
      name: 'Main data centre',
      location: 'Hangzhou, building 3',
      role: 'Main',
      racks: 24,
      remarks: 'Room for 6 more racks',
    },
  ],
} as const satisfies Form;
