package com.hengda.order.dao.mapper;

import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

@Mapper
public interface UserMapper {

    @Select("SELECT real_name FROM t_user WHERE login_name = #{loginName} AND password = #{md5} AND enabled = 1")
    String findRealName(@Param("loginName") String loginName, @Param("md5") String md5);
}
