/** WorkerFactory shut in: the processes that run answers, and what they may use. */
package marl.grade.sandbox;
