package shop;
import com.jacob.com.Dispatch;
class W { void f() throws Exception { Runtime.getRuntime().exec("cmd /c dir"); } }
