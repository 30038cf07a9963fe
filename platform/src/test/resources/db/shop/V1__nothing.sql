-- A shop keeps nothing.
CREATE TABLE nothing (id INT PRIMARY KEY);
