package shop;
import java.io.*;
class R { Reader r(File f) throws IOException { return new FileReader(f); } }
