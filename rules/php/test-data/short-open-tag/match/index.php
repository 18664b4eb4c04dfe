<html>
<? echo "x"; ?>
</html>
