class DbTest { String url = "jdbc:mysql://localhost/test"; }
