package shop;
import org.apache.catalina.realm.RealmBase;
class L { }
