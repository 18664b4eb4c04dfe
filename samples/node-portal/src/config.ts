/** 运行参数，缺省值是开发机上的 */
export const config = {
  port: Number(process.env.PORT ?? 3000),
  dataDir: process.env.DATA_DIR ?? './data',
  sessionSecret: process.env.SESSION_SECRET ?? 'fake-dev-secret-0001',
  logLevel: process.env.LOG_LEVEL || 'info',
  // 订单系统的内网地址，换机房时记得改
  orderApi: process.env.ORDER_API ?? 'http://10.8.0.21:8081/order/api',
};
