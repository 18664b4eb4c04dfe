package shop;
import java.io.*;
import java.nio.file.Files;
class Report {
    void save(File target, byte[] data) throws IOException {
        OutputStream out = new FileOutputStream(target);
        Files.write(target.toPath(), data);
        PrintWriter w = new PrintWriter(new FileWriter("report.csv"));
    }
}
