import { say } from './form.js';
import type { Form } from './form.js';

/** 联系人 (调研对象) */
export const contactsForm = {
  id: 'contacts',
  title: say('Contacts', '联系人'),
  purpose: say('Whom to ask about what.', '调研对象及其负责的内容。'),
  aliases: ['调研对象', '联系方式', 'people'],
  key: ['name', 'organisation'],
  columns: [
    {
      id: 'name',
      type: 'text',
      required: true,
      title: say('Name', '姓名'),
      hint: say('Person', '联系人姓名'),
      aliases: ['contact', '联系人'],
    },
    {
      id: 'organisation',
      type: 'text',
      width: 22,
      title: say('Organisation', '单位/部门'),
      hint: say('Department or vendor', '所在部门或厂商'),
      aliases: ['department', 'company', '部门', '单位'],
    },
    {
      id: 'role',
      type: 'text',
      title: say('Role', '职务'),
      hint: say('Architect, DBA, system owner …', '架构师、DBA、系统负责人等'),
      aliases: ['title', '岗位', '职位'],
    },
    {
      id: 'topics',
      type: 'list',
      width: 26,
      title: say('Systems and topics', '负责的系统或领域'),
      hint: say('Several separated by commas', '多项用顿号分隔'),
      aliases: ['systems', '负责系统', '负责内容'],
    },
    {
      id: 'phone',
      type: 'text',
      title: say('Phone', '电话'),
      hint: say('Stays in this workbook', '仅用于项目联络'),
      aliases: ['mobile', 'tel', '手机', '联系电话'],
    },
    {
      id: 'email',
      type: 'text',
      width: 26,
      title: say('E-mail', '邮箱'),
      hint: say('Stays in this workbook', '仅用于项目联络'),
      aliases: ['mail', 'email', '电子邮箱', '邮件'],
    },
  ],
  examples: [
    {
      name: 'Li Wei',
      organisation: 'IT operations',
      role: 'Head of platforms',
      topics: 'Order system, Networks',
      phone: '010-0000 0000',
      email: 'li.wei@example.com',
    },
  ],
} as const satisfies Form;
