/** The checks behind the exercises: properties and known values, with counter-examples in words. */
package marl.check;
