package shop;
import jcifs.smb.SmbFile;
class Share { Object o(String u) throws Exception { return new SmbFile(u); } }
