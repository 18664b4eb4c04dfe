import { answers, levels, scales } from './choices.js';
import { say } from './form.js';
import type { Form } from './form.js';

/** 项目概况: what the platform advice asks of a company, besides the figures of the other forms. */
export const projectForm = {
  id: 'project',
  title: say('Project', '项目概况'),
  purpose: say('The enterprise and its aims, in one row.', '企业概况与建设目标，仅填一行。'),
  key: ['name'],
  columns: [
    {
      id: 'name',
      type: 'text',
      required: true,
      width: 28,
      title: say('Project', '项目名称'),
      hint: say('As on the cover of the reports', '将显示在报告封面'),
    },
    {
      id: 'client',
      type: 'text',
      width: 24,
      title: say('Client', '客户名称'),
      hint: say('Full name of the enterprise', '企业全称'),
      aliases: ['company', 'enterprise', '企业名称', '单位名称', '甲方'],
    },
    {
      id: 'industry',
      type: 'text',
      title: say('Industry', '所属行业'),
      hint: say('Banking, manufacturing, government …', '银行、制造、政务等'),
    },
    {
      id: 'scale',
      type: 'choice',
      choices: scales,
      title: say('Size of the enterprise', '企业规模'),
      hint: say('Judged by the number of systems and staff', '按系统数量与人员规模判断'),
    },
    {
      id: 'aim',
      type: 'choice',
      choices: [
        {
          id: 'business-platform',
          title: say('PaaS that serves the business', '服务业务的 PaaS 平台'),
          aliases: ['paas', '业务平台'],
        },
        {
          id: 'datacentre-os',
          title: say('Data-centre operating system', '数据中心操作系统'),
          aliases: ['dcos', '资源统一调度'],
        },
        {
          id: 'simple-hosting',
          title: say('Simple container hosting', '简单容器化部署'),
          aliases: ['docker', 'hosting', '容器化'],
        },
      ],
      width: 26,
      title: say('Aim of the platform', '平台建设目标'),
      hint: say('What the platform is for, first of all', '平台首要用途'),
    },
    {
      id: 'bigData',
      type: 'choice',
      choices: answers,
      title: say('Hadoop, Spark or Kafka on the same pool', '大数据框架是否共用资源池'),
      hint: say(
        'Whether big-data frameworks shall share the machines',
        'Hadoop、Spark、Kafka 等是否与业务共用服务器',
      ),
    },
    {
      id: 'containerSkills',
      type: 'choice',
      choices: levels,
      title: say('Container skills', '容器技术能力'),
      hint: say('Of the teams that will run it', '运维与开发团队的整体水平'),
    },
    {
      id: 'operations',
      type: 'choice',
      choices: levels,
      title: say('Operations maturity', '运维成熟度'),
      hint: say('Automation, monitoring, on-call', '自动化、监控与值班体系'),
    },
    {
      id: 'codeControl',
      type: 'choice',
      choices: [
        {
          id: 'own',
          title: say('Built in house', '自主研发'),
          aliases: ['in-house', 'self', '自研'],
        },
        { id: 'shared', title: say('Together with vendors', '合作研发'), aliases: ['mixed', '联合开发'] },
        { id: 'vendor', title: say('Bought from vendors', '外购'), aliases: ['bought', '采购', '外包'] },
      ],
      title: say('Control of how systems are built', '系统研发自主程度'),
      hint: say('Who can change the code', '源代码由谁掌控和修改'),
    },
    {
      id: 'start',
      type: 'date',
      title: say('Start', '开始日期'),
      hint: say('Of the survey', '调研开始日期'),
    },
    { id: 'end', type: 'date', title: say('End', '结束日期'), hint: say('Of the survey', '调研结束日期') },
    {
      id: 'background',
      type: 'text',
      width: 50,
      title: say('Background', '项目背景'),
      hint: say('Two or three sentences', '两三句话即可'),
    },
  ],
  examples: [
    {
      name: 'Container platform 2026',
      client: 'Example Manufacturing Ltd.',
      industry: 'Manufacturing',
      scale: 'medium',
      aim: 'business-platform',
      bigData: 'no',
      containerSkills: 'basic',
      operations: 'good',
      codeControl: 'shared',
      start: '2026-03-02',
      end: '2026-04-30',
      background: 'Servers are out of warranty in 2027.',
    },
  ],
} as const satisfies Form;
