package shop;
// new SmbFile("smb://x")
class Share { String s = "a\\b"; }
