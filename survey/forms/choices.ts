import { say } from './form.js';

/** 环境类型 */
export const environments = [
  { id: 'production', title: say('Production', '生产'), aliases: ['prod', 'prd', '生产环境', '生产区'] },
  { id: 'test', title: say('Test', '测试'), aliases: ['uat', 'sit', 'qa', '测试环境', '测试区'] },
  {
    id: 'disaster-recovery',
    title: say('Disaster recovery', '容灾'),
    aliases: ['dr', '灾备', '容灾环境', '灾备环境', '同城灾备', '异地灾备'],
  },
  { id: 'development', title: say('Development', '开发'), aliases: ['dev', '开发环境'] },
] as const;

export const criticalities = [
  { id: 'core', title: say('Core', '核心'), aliases: ['critical', 'a', 'a类', '一级', '关键', '核心系统'] },
  { id: 'important', title: say('Important', '重要'), aliases: ['high', 'b', 'b类', '二级', '重要系统'] },
  {
    id: 'general',
    title: say('General', '一般'),
    aliases: ['normal', 'medium', 'low', 'c', 'c类', '三级', '一般系统', '普通'],
  },
] as const;

export const states = [
  {
    id: 'open',
    title: say('Not started', '未开始'),
    aliases: ['open', 'todo', 'to do', 'planned', '待开始', '待办'],
  },
  {
    id: 'in-progress',
    title: say('In progress', '进行中'),
    aliases: ['doing', 'started', 'wip', '处理中', '已开始'],
  },
  { id: 'done', title: say('Done', '已完成'), aliases: ['finished', 'closed', 'complete', '完成', '结束'] },
  { id: 'blocked', title: say('Blocked', '受阻'), aliases: ['on hold', 'waiting', '阻塞', '暂停'] },
] as const;

export const phases = [
  { id: 'preparation', title: say('Preparation', '调研准备'), aliases: ['准备', '准备阶段', '调研准备阶段'] },
  { id: 'survey', title: say('Survey', '调研'), aliases: ['调研阶段', '现场调研'] },
  {
    id: 'analysis',
    title: say('Summary and analysis', '总结与分析'),
    aliases: ['summary', 'analysis', '总结', '分析', '总结分析阶段'],
  },
] as const;

export const hostKinds = [
  {
    id: 'minicomputer',
    title: say('Minicomputer', '小型机'),
    aliases: ['小机', 'unix server', 'power', 'aix', 'superdome'],
  },
  { id: 'blade', title: say('Blade server', '刀片服务器'), aliases: ['blade', '刀片', '刀片机'] },
  {
    id: 'rack-server',
    title: say('Rack server', 'PC Server'),
    aliases: ['pc server', 'pcserver', 'x86', 'x86服务器', '机架式服务器', '机架服务器', 'server', '物理机'],
  },
  {
    id: 'virtual-machine',
    title: say('Virtual machine', '虚拟机'),
    aliases: ['vm', 'virtual', '云主机', '虚机'],
  },
] as const;

export const storageTypes = [
  { id: 'san', title: say('SAN', 'SAN'), aliases: ['san存储', 'fc san', 'fc-san'] },
  { id: 'nas', title: say('NAS', 'NAS'), aliases: ['nfs', 'cifs', 'nas存储'] },
  { id: 'fc', title: say('Fibre Channel', 'FC'), aliases: ['fc', 'fibre', '光纤', '光纤存储'] },
  { id: 'iscsi', title: say('iSCSI', 'iSCSI'), aliases: ['ip san', 'ip-san'] },
  { id: 'object', title: say('Object storage', '对象存储'), aliases: ['s3', 'oss', 'object'] },
  {
    id: 'distributed',
    title: say('Distributed storage', '分布式存储'),
    aliases: ['ceph', 'vsan', 'hci', 'distributed', '超融合'],
  },
  {
    id: 'local',
    title: say('Local disks', '本地盘'),
    aliases: ['local', 'das', '本地', '本地存储', '本地磁盘'],
  },
  { id: 'tape', title: say('Tape library', '磁带库'), aliases: ['tape', '磁带'] },
] as const;

export const networkKinds = [
  { id: 'management', title: say('Management', '管理网络'), aliases: ['管理', '管理网', 'mgmt', '带外'] },
  { id: 'storage', title: say('Storage', '存储网络'), aliases: ['存储', '存储网', 'san'] },
  {
    id: 'business',
    title: say('Business', '业务网络'),
    aliases: ['业务', '业务网', 'production', 'service'],
  },
] as const;

export const scales = [
  { id: 'small', title: say('Small', '小型'), aliases: ['小'] },
  { id: 'medium', title: say('Medium', '中型'), aliases: ['中'] },
  { id: 'large', title: say('Large', '大型'), aliases: ['大', '集团'] },
] as const;

export const levels = [
  { id: 'none', title: say('None', '无'), aliases: ['没有', '0'] },
  { id: 'basic', title: say('Basic', '初级'), aliases: ['some', '一般', '了解', '低'] },
  { id: 'good', title: say('Good', '熟练'), aliases: ['medium', '较好', '中'] },
  { id: 'expert', title: say('Expert', '精通'), aliases: ['high', '专家', '高'] },
] as const;

export const answers = [
  { id: 'yes', title: say('Yes', '是'), aliases: ['y', 'true', '1', '有', '支持', '√', '✓', '对'] },
  { id: 'no', title: say('No', '否'), aliases: ['n', 'false', '0', '无', '没有', '不支持', '×', '✗', 'x'] },
] as const;
