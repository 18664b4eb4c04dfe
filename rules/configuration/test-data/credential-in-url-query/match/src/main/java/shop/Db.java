package shop;
class Db { String u = "jdbc:mysql://db/shop?user=shop&password=t1ger"; }
