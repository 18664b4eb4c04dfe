import type { Text } from '../../model/text.js';

export const title: Text = { en: 'ZooKeeper configuration', 'zh-CN': 'ZooKeeper 配置' };

/** A line without `key=value`. */
export function notASetting(): Text {
  return {
    en: 'This line is not a setting: ZooKeeper expects key=value.',
    'zh-CN': '此行不是有效配置：ZooKeeper 要求“键=值”格式。',
  };
}

/** A server line that ZooKeeper refuses. */
export function brokenServer(): Text {
  return {
    en: 'This server line cannot be read: expected server.<number>=host:peerPort:electionPort[:role][;clientPort].',
    'zh-CN': '无法解析此 server 行：应为 server.<编号>=主机:通信端口:选举端口[:角色][;客户端端口]。',
  };
}

/** What to do about a line that cannot be read. */
export function fixTheLine(): Text {
  return {
    en: 'Correct the line or remove it; the server would not start with it.',
    'zh-CN': '请更正或删除此行，否则该节点无法启动。',
  };
}

/** A setting that should be the same on all members and is not. */
export function membersDisagree(name: string, values: readonly string[]): Text {
  const list = values.join(', ');
  return {
    en: `The members of the ensemble set ${name} differently: ${list}.`,
    'zh-CN': `集群各节点的 ${name} 配置不一致：${values.join('、')}。`,
  };
}

/** What to do about members that disagree. */
export function chooseOneValue(name: string): Text {
  return {
    en: `Decide which value of ${name} holds for all members; the plan takes the first member's.`,
    'zh-CN': `请确定各节点统一使用的 ${name} 值；规划默认采用第一个节点的值。`,
  };
}

/** A member whose file lacks a server, or names it with other ports. */
export function serverListsDiffer(id: string): Text {
  return {
    en: `server.${id} is not the same in every member's configuration: the ensemble may not form.`,
    'zh-CN': `各节点配置中的 server.${id} 不一致：集群可能无法组建。`,
  };
}

/** What to do about server lists that differ. */
export function alignServerLists(): Text {
  return {
    en: 'Make the server lines of all members equal; the first one found is used.',
    'zh-CN': '请统一所有节点的 server 行；当前采用最先读到的一份。',
  };
}
