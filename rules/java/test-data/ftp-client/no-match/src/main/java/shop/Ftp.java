package shop;
import com.jcraft.jsch.JSch;
// new FTPClient()
class Ftp { JSch c = new JSch(); }
