package shop;
// import sun.misc.BASE64Encoder;
import java.util.Base64;
class B { }
