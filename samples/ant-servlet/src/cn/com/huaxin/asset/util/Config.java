package cn.com.huaxin.asset.util;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** 系统参数：先读服务器上的配置文件，没有就用包里的默认值 */
public class Config {

    private static final String CONF_FILE = "/opt/asset/conf/asset.properties";

    private static final Properties props = new Properties();

    static {
        try {
            InputStream in = new File(CONF_FILE).exists() ? (InputStream) new FileInputStream(CONF_FILE)
                    : Config.class.getResourceAsStream("/asset.properties");
            props.load(in);
            in.close();
        } catch (IOException e) {
            throw new RuntimeException("读取配置失败: " + e.getMessage());
        }
    }

    public static String get(String key) {
        return props.getProperty(key);
    }
}
