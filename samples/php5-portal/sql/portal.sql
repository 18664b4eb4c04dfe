-- MySQL dump 10.11
-- Host: 192.168.1.51    Database: portal
-- Server version	5.0.51a

SET NAMES gbk;

DROP TABLE IF EXISTS `pt_admin`;
CREATE TABLE `pt_admin` (
  `id` int(10) unsigned NOT NULL auto_increment,
  `username` varchar(20) NOT NULL default '',
  `password` varchar(32) NOT NULL default '',
  PRIMARY KEY (`id`)
) ENGINE=MyISAM DEFAULT CHARSET=gbk;

INSERT INTO `pt_admin` VALUES (1,'admin',MD5('fake-admin-pwfake-md5-key-0001'));

DROP TABLE IF EXISTS `pt_news`;
CREATE TABLE `pt_news` (
  `id` int(10) unsigned NOT NULL auto_increment,
  `cid` tinyint(3) unsigned NOT NULL default '1',
  `title` varchar(100) NOT NULL default '',
  `content` text NOT NULL,
  `attach` varchar(60) NOT NULL default '',
  `hits` int(10) unsigned NOT NULL default '0',
  `posttime` int(10) unsigned NOT NULL default '0',
  PRIMARY KEY (`id`),
  KEY `cid` (`cid`)
) ENGINE=MyISAM DEFAULT CHARSET=gbk;

INSERT INTO `pt_news` VALUES (1,1,'集团召开年中工作会议','会议总结了上半年的工作。','',12,1246320000);
INSERT INTO `pt_news` VALUES (2,2,'关于机房停电检修的通知','本周六 8:00-12:00 机房停电检修，门户暂停服务。','',35,1247616000);
INSERT INTO `pt_news` VALUES (3,1,'信息中心完成邮件系统升级','新的邮件服务器地址请咨询分机 6012。','',8,1248825600);

DROP TABLE IF EXISTS `pt_guestbook`;
CREATE TABLE `pt_guestbook` (
  `id` int(10) unsigned NOT NULL auto_increment,
  `name` varchar(20) NOT NULL default '',
  `email` varchar(60) NOT NULL default '',
  `content` text NOT NULL,
  `ip` varchar(15) NOT NULL default '',
  `posttime` int(10) unsigned NOT NULL default '0',
  PRIMARY KEY (`id`)
) ENGINE=MyISAM DEFAULT CHARSET=gbk;
