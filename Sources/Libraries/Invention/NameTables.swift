// Invented people are put together from these common names; every combination is chance.

/// Names of one culture: given names of women and of men, and family names.
struct NameTable {
  let women: [String]
  let men: [String]
  let families: [String]

  init(_ women: String, _ men: String, _ families: String) {
    self.women = women.split(separator: " ").map(String.init)
    self.men = men.split(separator: " ").map(String.init)
    self.families = families.split(separator: " ").map(String.init)
  }
}

/// Where names come from.
enum Culture: Int, CaseIterable {
  case british, german, spanish, french, indian, american, irish, nordic

  var names: NameTable { Self.tables[rawValue] }

  private static let tables: [NameTable] = [
    NameTable(
      "Alice Bethany Catherine Deborah Eleanor Fiona Gemma Harriet Imogen Joanna Katherine Lucinda Margaret Nicola Olivia Pauline Rebecca Samantha Theresa Victoria Abigail Charlotte Frances Georgina Rosalind Philippa Susan Jennifer",
      "Adrian Benjamin Christopher Daniel Edward Frederick Graham Henry Ian James Kenneth Laurence Matthew Nicholas Oliver Philip Richard Stephen Timothy William Andrew Anthony Gregory Jonathan Robert Samuel Thomas Alexander",
      "Ashdown Bexley Cartmell Dunmore Eastwick Fairhurst Garside Hollingworth Ingleby Jessop Kirkbride Lavenham Marchbanks Netherton Oakshott Pemberton Quarles Ravenhill Stainforth Thistlethwaite Underhill Vickers Wetherby Yardley Applegarth Brackley Colthurst Dalrymple Endicott Fotheringay Greatorex Haverstock Isherwood Kettlewell Longbottom Murgatroyd Northcote Ormerod Priestley Ramsbottom"
    ),
    NameTable(
      "Annegret Birgit Claudia Dorothea Elke Franziska Gudrun Heike Ines Jutta Katharina Lieselotte Monika Nadine Petra Renate Sabine Tanja Ulrike Verena Anja Jessica Stefanie Christiane",
      "Andreas Bernd Christoph Dietmar Eberhard Florian Gerhard Holger Jörg Karsten Lothar Matthias Norbert Oliver Rainer Sebastian Torsten Uwe Volker Wolfgang Jürgen Maximilian Benedikt Günther",
      "Aßmann Brückner Clausen Dörfler Ehrlicher Fröhlich Grünwald Hübschmann Jäger Köhler Lüdtke Möllenkamp Nußbaum Oehlschläger Pfützner Quandt Rößler Schönherr Thürmer Uhlig Vogelsang Weißgerber Zöllner Bräuer Eichinger Heidenreich Kirschbaum Niederhauser Obermaier Stachelhaus"
    ),
    NameTable(
      "Alejandra Begoña Carmen Dolores Estefanía Fátima Gloria Inés Josefina Lucía Manuela Noelia Pilar Rocío Sofía Verónica Yolanda Ángela Marta Raquel",
      "Álvaro Benjamín César Diego Esteban Fermín Gonzalo Héctor Íñigo Joaquín Luis Manuel Nicolás Óscar Ramón Rubén Sergio Tomás Víctor Francisco",
      "Albarracín Bermúdez Cifuentes Domínguez Echeverría Fuentes Galíndez Hinojosa Iturralde Jáuregui Larrañaga Mondragón Núñez Olmedo Peñalver Quintanilla Rebolledo Sepúlveda Txakartegi Urrutia Valdivieso Zúñiga Arregui Barrientos"
    ),
    NameTable(
      "Amélie Brigitte Céline Delphine Élodie Françoise Géraldine Hélène Isabelle Joséphine Laëtitia Mathilde Noémie Océane Pauline Sandrine Véronique Aurélie Solène Marguerite",
      "Antoine Benoît Cédric Didier Étienne François Guillaume Hervé Jérôme Laurent Mathieu Nicolas Olivier Pascal Rémi Sébastien Thibault Yannick Gaël Frédéric",
      "Aubertin Beaufils Chastagnier Delacourt Estève Faucheux Guérin Hérault Janvier Lemoine Maréchal Nöel Ozanne Pelletier Quéré Rousselet Sauvageot Tessier Vauquelin Barthélemy Crépin Dufresne Lhermitte Prévost"
    ),
    NameTable(
      "Aditi Bhavana Charulata Deepika Gayatri Ishita Jyoti Kavita Lavanya Meenakshi Nandini Pallavi Radhika Sangeeta Tanvi Urmila Vaishali Anjali Shruti Swati Rupal Manjula Revathi Sunita",
      "Abhishek Bharat Chirag Dinesh Gaurav Harish Jayesh Karthik Lokesh Mahesh Naveen Prashant Raghav Sanjay Tushar Uday Vikram Anand Siddharth Venkatesh Rajesh Yogesh Manoj Hemant",
      "Agnihotri Bhattacharya Chaturvedi Deshmukh Ganguly Hegde Iyengar Joglekar Kulkarni Lakhani Mahajan Nambiar Oberoi Parekh Raghunathan Subramaniam Thakkar Upadhyay Vaidya Wadhwa Balasubramanian Choudhary Dastidar Gokhale Krishnamurthy Mirchandani Pillai Rajagopal Saldanha Talwar"
    ),
    NameTable(
      "Allison Brittany Cheryl Danielle Emily Gabrielle Heather Jacqueline Kimberly Lauren Melissa Natalie Pamela Rachel Stephanie Tiffany Vanessa Whitney Jessica Teresa",
      "Bradley Charles Dennis Eugene Franklin Gerald Jeffrey Kevin Leonard Marcus Nathaniel Patrick Raymond Scott Theodore Vincent Walter Zachary Joseph Ronald",
      "Albrecht Burkhalter Crenshaw Delgado Eberly Fontaine Goldfarb Hutchens Ivers Kowalczyk Lindstrom McAllister Nakagawa Ostrander Pruitt Quesenberry Rosenthal Schumacher Tallmadge Vandermeer Whitaker Youngblood Castellano Dombrowski Fitzsimmons Haverford"
    ),
    NameTable(
      "Aoife Bríd Ciara Deirdre Eimear Gráinne Maeve Niamh Orla Róisín Sinéad Siobhán Clodagh Fionnuala",
      "Brendan Cormac Declan Eamon Fergal Cillian Niall Oisín Pádraig Rory Seán Tadhg Ciarán Donal",
      "Brannigan Cullinane Devereux Gallagher Hanrahan Kilbride Loughnane MacNamara O'Dowd O'Shaughnessy O'Sullivan Prendergast Rafferty Tierney Geoghegan Mulcahy"
    ),
    NameTable(
      "Astrid Birgitte Ingrid Karin Lisbeth Margrethe Solveig Tove Åsa Henriette Dagny Signe",
      "Anders Bjørn Erik Fredrik Gunnar Håkon Jesper Lars Mikkel Nils Søren Torbjörn",
      "Ahlström Bjørnstad Dahlgren Enggaard Fjeldstad Grønvold Hjelmqvist Kjærgaard Lindqvist Møllerup Nyström Ødegård Rønnow Sjöberg"
    ),
  ]
}

/// Short forms that people call themselves by, given name first.
enum Nicknames {
  static let table: [String: String] = [
    "Abigail": "Abby", "Alejandra": "Ale", "Alexander": "Alex", "Andrew": "Andy", "Anthony": "Tony",
    "Benjamin": "Ben", "Bethany": "Beth", "Catherine": "Cathy", "Charles": "Chuck", "Charlotte": "Lottie",
    "Christopher": "Chris", "Daniel": "Dan", "Deborah": "Debbie", "Dolores": "Lola", "Edward": "Ted",
    "Eleanor": "Ellie", "Frances": "Fran", "Francisco": "Paco", "Frederick": "Fred", "Georgina": "Georgie",
    "Gregory": "Greg", "Guillaume": "Guy", "Jacqueline": "Jackie", "James": "Jim", "Jeffrey": "Jeff",
    "Jennifer": "Jenny", "Jonathan": "Jon", "Joseph": "Joe", "Josefina": "Pepa", "Katharina": "Kathi",
    "Katherine": "Kate", "Kenneth": "Ken", "Kimberly": "Kim", "Leonard": "Len", "Manuel": "Manolo",
    "Margaret": "Maggie", "Matthew": "Matt", "Matthias": "Matze", "Maximilian": "Max", "Melissa": "Mel",
    "Nathaniel": "Nate", "Nicholas": "Nick", "Nicola": "Nicky", "Pamela": "Pam", "Patrick": "Pat",
    "Philip": "Phil", "Philippa": "Pippa", "Raymond": "Ray", "Rebecca": "Becky", "Richard": "Rick",
    "Robert": "Bob", "Ronald": "Ron", "Samantha": "Sam", "Samuel": "Sam", "Sebastian": "Basti",
    "Stefanie": "Steffi", "Stephanie": "Steph", "Stephen": "Steve", "Susan": "Sue", "Theodore": "Ted",
    "Theresa": "Tess", "Thomas": "Tom", "Timothy": "Tim", "Veronica": "Ronnie", "Victoria": "Vicky",
    "Vincent": "Vince", "Walter": "Walt", "William": "Bill", "Zachary": "Zach",
  ]
}
