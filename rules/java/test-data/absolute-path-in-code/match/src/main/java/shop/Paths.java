package shop;
import java.io.File;
class Paths {
    static final String OUT = "D:\\reports\\out";
    File logs = new File("/var/shop/data.bin");
    File up() { return new File("/data/upload/in"); }
}
