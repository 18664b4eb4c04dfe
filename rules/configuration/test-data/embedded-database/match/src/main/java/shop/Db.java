package shop;
class Db { String u = "jdbc:sqlite:shop.db"; }
