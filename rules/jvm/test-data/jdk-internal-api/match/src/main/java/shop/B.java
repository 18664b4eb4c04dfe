package shop;
import sun.misc.BASE64Encoder;
import com.sun.image.codec.jpeg.JPEGCodec;
class B { Object e = new BASE64Encoder(); }
