package shop;
// import weblogic.logging.NonCatalogLogger;
class L { String factory = "weblogic.jndi"; }
