/** Seeded, copyable random numbers: the one source of chance in the course. */
package marl.random;
