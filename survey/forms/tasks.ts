import { phases, states } from './choices.js';
import { say } from './form.js';
import type { Form } from './form.js';

/** 工作计划: the three phases with their steps. */
export const tasksForm = {
  id: 'tasks',
  title: say('Phases and tasks', '阶段与任务'),
  purpose: say(
    'Who does what until when; `drydock survey status` reads it.',
    '责任人、完成时间与状态，进度由此统计。',
  ),
  aliases: ['计划', '工作计划', 'plan', 'schedule'],
  key: ['phase', 'task'],
  columns: [
    {
      id: 'phase',
      type: 'choice',
      choices: phases,
      required: true,
      title: say('Phase', '阶段'),
      hint: say('One of the three phases', '三个阶段之一'),
    },
    {
      id: 'task',
      type: 'text',
      required: true,
      width: 44,
      title: say('Task', '任务'),
      hint: say('One step of the phase', '阶段内的一项工作'),
      aliases: ['step', '步骤', '工作内容'],
    },
    {
      id: 'owner',
      type: 'text',
      refersTo: 'contacts',
      title: say('Owner', '责任人'),
      hint: say('A person of the sheet Contacts', '须与“联系人”表中的姓名一致'),
      aliases: ['负责人', 'responsible'],
    },
    {
      id: 'due',
      type: 'date',
      title: say('Due', '截止日期'),
      hint: say('A day', '年-月-日'),
      aliases: ['deadline', '计划完成时间', '完成日期'],
    },
    {
      id: 'state',
      type: 'choice',
      choices: states,
      title: say('State', '状态'),
      hint: say('Kept up to date during the survey', '随调研进展更新'),
      aliases: ['status', '进度'],
    },
    {
      id: 'remarks',
      type: 'text',
      width: 36,
      title: say('Remarks', '备注'),
      hint: say('What holds it up, for instance', '如受阻原因等'),
    },
  ],
  start: [
    { phase: 'preparation', task: say('Confirm whom to ask', '确认调研对象') },
    { phase: 'preparation', task: say('Confirm the scope', '确认调研范围') },
    {
      phase: 'preparation',
      task: say('Explain what a container platform is for', '介绍容器云平台的作用与价值'),
    },
    { phase: 'preparation', task: say('Collect existing material', '收集已有资料') },
    { phase: 'preparation', task: say('Prepare the forms', '准备调研表格') },
    { phase: 'preparation', task: say('Get to know the enterprise', '了解企业基本情况') },
    { phase: 'survey', task: say('Survey the data centres', '调研数据中心现状') },
    { phase: 'survey', task: say('Survey hardware and software', '调研软硬件现状') },
    { phase: 'survey', task: say('Collect the answers', '回收调研表') },
    { phase: 'survey', task: say('Compare the documents with reality', '资料与现状的一致性对比') },
    { phase: 'survey', task: say('Hold targeted interviews', '定点访谈') },
    { phase: 'analysis', task: say('Tidy the data', '整理调研数据') },
    { phase: 'analysis', task: say('Analyse today’s problems', '分析现存问题') },
    { phase: 'analysis', task: say('Analyse the data', '分析调研数据') },
    { phase: 'analysis', task: say('Write the report', '编写调研报告') },
    { phase: 'analysis', task: say('Plan the platform strategy', '规划平台策略') },
  ],
  examples: [
    {
      phase: 'survey',
      task: 'Compare the documents with reality',
      owner: 'Li Wei',
      due: '2026-03-31',
      state: 'in-progress',
      remarks: 'Collector still missing on 12 hosts',
    },
  ],
} as const satisfies Form;
