java -agentlib:jdwp=transport=dt_socket,server=y,address=5005 -jar app.jar
