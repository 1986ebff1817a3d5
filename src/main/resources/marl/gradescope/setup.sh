#!/usr/bin/env bash
# Gradescope runs this once, as root, when the autograder's image is built.
set -e
apt-get update
DEBIAN_FRONTEND=noninteractive apt-get install -y openjdk-17-jdk-headless util-linux bubblewrap
chmod -R go-rwx /autograder/source
