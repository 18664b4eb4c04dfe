import type { Text } from '../../model/text.js';

export function linkedByHost(at: { host: string; port: number | undefined; at: string }): Text {
  const address = at.port === undefined ? at.host : `${at.host}:${at.port}`;
  return {
    en: `${at.at} names ${address}, where this one listens`,
    'zh-CN': `${at.at} 中的地址 ${address} 正是该组件的监听地址`,
  };
}

export function linkedByName(at: { host: string; at: string }): Text {
  return {
    en: `${at.at} names the host ${at.host}, which is this one's name`,
    'zh-CN': `${at.at} 中的主机名 ${at.host} 与该组件同名`,
  };
}

export function linkedByPort(at: { port: number; path: string | undefined; at: string }): Text {
  const path = at.path === undefined ? '' : ` ${at.path}`;
  return {
    en: `${at.at} calls port ${at.port}${path}, and only this one of the run answers there`,
    'zh-CN': `${at.at} 调用端口 ${at.port}${path}，本次分析中只有该组件与之相符`,
  };
}

export function sharedDatabase(at: { databases: readonly string[] }): Text {
  const several = at.databases.length > 1;
  return {
    en: `both use the database${several ? 's' : ''} ${at.databases.join(', ')}`,
    'zh-CN': `两者使用同一个数据库 ${at.databases.join('、')}`,
  };
}
