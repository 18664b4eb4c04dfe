import { states } from './choices.js';
import { say } from './form.js';
import type { Form } from './form.js';

/** 定点访谈 */
export const interviewsForm = {
  id: 'interviews',
  title: say('Interviews', '访谈记录'),
  purpose: say('Questions that the forms leave open, and their answers.', '表格未能说明的问题及其答复。'),
  aliases: ['定点访谈', '访谈', '访谈提纲'],
  key: ['question', 'person'],
  columns: [
    {
      id: 'date',
      type: 'date',
      title: say('Date', '日期'),
      hint: say('Of the interview', '访谈日期'),
      aliases: ['访谈时间', '时间'],
    },
    {
      id: 'person',
      type: 'text',
      refersTo: 'contacts',
      title: say('Person', '受访人'),
      hint: say('A person of the sheet Contacts', '须与“联系人”表中的姓名一致'),
      aliases: ['who', 'interviewee', '访谈对象'],
    },
    {
      id: 'topic',
      type: 'text',
      width: 22,
      title: say('System or topic', '系统或主题'),
      hint: say('What it is about', '涉及的系统或领域'),
      aliases: ['system', 'topic', '主题', '业务系统'],
    },
    {
      id: 'question',
      type: 'text',
      required: true,
      width: 46,
      title: say('Question', '问题'),
      hint: say('One per row', '每行一个问题'),
      aliases: ['访谈问题'],
    },
    {
      id: 'answer',
      type: 'text',
      width: 46,
      title: say('Answer', '答复'),
      hint: say('As it was given', '按实际答复记录'),
      aliases: ['回答', '访谈结果'],
    },
    {
      id: 'state',
      type: 'choice',
      choices: states,
      title: say('State', '状态'),
      hint: say('Open until answered', '未答复的保持“未开始”'),
      aliases: ['status'],
    },
  ],
  examples: [
    {
      date: '2026-03-20',
      person: 'Li Wei',
      topic: 'Order system',
      question: 'Which jobs run at the end of the month?',
      answer: 'The settlement, 02:00 to 05:00 on the first day.',
      state: 'done',
    },
  ],
} as const satisfies Form;
