-- MySQL dump 10.13
/*!40101 SET NAMES latin1 */;
CREATE TABLE c (id int, name text, photo blob);
INSERT INTO c VALUES (1,'Müller','x'),
(2,'Zoë','\0y');
