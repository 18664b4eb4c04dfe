package shop;
class Dns { static { java.security.Security.setProperty("networkaddress.cache.ttl", "-1"); } }
