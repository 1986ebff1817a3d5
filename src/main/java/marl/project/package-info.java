/** A copy of the course on disk: its folders, its notebooks' JSON, the programs it starts, and errors told to people. */
package marl.project;
