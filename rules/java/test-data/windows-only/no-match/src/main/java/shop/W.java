package shop;
// exec("cmd /c dir")
class W { boolean exe(String name) { return name.endsWith(".exe"); } }
