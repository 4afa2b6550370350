"""Reads YAML with PyYAML over its C loader: `compose` a file into its tree, `load` it into values, or
`loads` every file of a folder."""

import glob
import sys

import yaml

verb, path = sys.argv[1:]
if verb == "loads":
    for name in sorted(glob.glob(f"{path}/*.yaml")):
        with open(name, "rb") as file:
            yaml.load(file.read(), Loader=yaml.CSafeLoader)
    sys.exit()
with open(path, "rb") as file:
    text = file.read()
if verb == "compose":
    print(len(yaml.compose(text, Loader=yaml.CSafeLoader).value), "keys")
elif verb == "load":
    print(len(yaml.load(text, Loader=yaml.CSafeLoader)), "keys")
else:
    sys.exit("usage: pyyaml.py compose|load FILE")
