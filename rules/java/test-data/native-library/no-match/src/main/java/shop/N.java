package shop;
// System.loadLibrary("scale")
class N { void load() { load(); } }
