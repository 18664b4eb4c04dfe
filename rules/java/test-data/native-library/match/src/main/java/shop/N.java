package shop;
class N { static { System.loadLibrary("scale"); } }
