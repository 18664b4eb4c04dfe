package shop;
import org.apache.commons.net.ftp.FTPClient;
class Ftp { FTPClient c = new FTPClient(); }
