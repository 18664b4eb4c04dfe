import type { Text } from '../../model/text.js';

export function whyData(): Text {
  return {
    en: 'Data and transaction logs lie on volumes of their own.',
    'zh-CN': '数据与事务日志分别位于独立的存储卷。',
  };
}

export function whyMembers(): Text {
  return {
    en: 'Addresses change with every pod; DNS names stay.',
    'zh-CN': 'Pod 重建后地址会变化，DNS 名称保持不变。',
  };
}

export function whyFourLetter(): Text {
  return {
    en: 'The probes ask with these commands, which are off by default.',
    'zh-CN': '探针使用这些命令，而它们默认关闭。',
  };
}

export function whyAllAddresses(): Text {
  return {
    en: 'A pod starts before its own DNS name resolves.',
    'zh-CN': 'Pod 启动时自身的 DNS 名称尚不可解析。',
  };
}

export function whyPurge(): Text {
  return {
    en: 'Without purging, snapshots fill the volume.',
    'zh-CN': '不清理快照会占满存储卷。',
  };
}

export function whyAdmin(): Text {
  return {
    en: 'Newer servers open an HTTP port for administration; nothing needs it.',
    'zh-CN': '新版本会默认开启 HTTP 管理端口，此处不需要。',
  };
}

export function whyDynamic(): Text {
  return {
    en: 'Left out: the members come from the StatefulSet.',
    'zh-CN': '已省略：成员列表由 StatefulSet 决定。',
  };
}
