package shop;
import java.io.*;
class R { Reader r(InputStream f) throws IOException { return new InputStreamReader(f, "UTF-8"); } }
