package cn.com.huaxin.asset.util;

import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.text.SimpleDateFormat;
import java.util.Date;
import java.util.Properties;

/** 资产编号流水，存在工作目录的 serial.dat 里，重启接着编 */
public class SerialNo {

    private static final File FILE = new File("serial.dat");

    public static synchronized String next() throws IOException {
        Properties p = new Properties();
        if (FILE.exists()) {
            FileInputStream in = new FileInputStream(FILE);
            p.load(in);
            in.close();
        }
        int n = Integer.parseInt(p.getProperty("last", "0")) + 1;
        p.setProperty("last", String.valueOf(n));
        FileOutputStream out = new FileOutputStream(FILE);
        p.store(out, null);
        out.close();
        return "ZC" + new SimpleDateFormat("yyyy").format(new Date()) + "-" + n;
    }
}
