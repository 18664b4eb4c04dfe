package shop;
class A { String d() { return System.getProperty("catalina.home") + "/data"; } }
