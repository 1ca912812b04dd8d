-- MySQL dump 10.13  Distrib 8.0.36, for Linux (x86_64)
--
-- Host: localhost    Database: agency
-- ------------------------------------------------------
/*!40101 SET @OLD_CHARACTER_SET_CLIENT=@@CHARACTER_SET_CLIENT */;
/*!50503 SET NAMES utf8mb4 */;

DROP TABLE IF EXISTS `clients`;
CREATE TABLE `clients` (
  `id` int NOT NULL AUTO_INCREMENT COMMENT 'key; of (all)',
  `company_name` varchar(255) COLLATE utf8mb4_unicode_ci NOT NULL,
  `website` varchar(255) DEFAULT NULL,
  `size` enum('1-10','11-50') DEFAULT '1-10',
  `fee` decimal(10,2) DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `name` (`company_name`(100))
) ENGINE=InnoDB AUTO_INCREMENT=3 DEFAULT CHARSET=utf8mb4;

LOCK TABLES `clients` WRITE;
/*!40000 ALTER TABLE `clients` DISABLE KEYS */;
INSERT INTO `clients` VALUES (1,'Kestrel & Söhne','https://kestrel.example','1-10',1250.50),(2,'O\'Hara; \"Sons\"\nLtd',NULL,NULL,NULL);
UNLOCK TABLES;

CREATE TABLE `spocs` (
  `spoc_id` int NOT NULL,
  `client` int DEFAULT NULL,
  `full_name` varchar(255) DEFAULT NULL,
  `email` varchar(255) DEFAULT NULL,
  `photo` blob,
  PRIMARY KEY (`spoc_id`),
  KEY `client` (`client`),
  CONSTRAINT `spocs_ibfk_1` FOREIGN KEY (`client`) REFERENCES `clients` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB;
INSERT INTO `spocs` (`spoc_id`, `client`, `full_name`, `email`, `photo`) VALUES
(7,1,'Ute Beck','ute@kestrel.example',0x00FF10),
(8,2,'Bob ''B'' Hara',NULL,_binary '\0\Z');
DELIMITER ;;
CREATE TRIGGER `t` BEFORE INSERT ON `spocs` FOR EACH ROW BEGIN INSERT INTO log VALUES (1); END ;;
DELIMITER ;
INSERT INTO `tags` VALUES (1,'x'),(2,NULL);
