package shop;
class Up { String to = "ftp://batch:Upl0ad@ftp.acme.com/in"; }
