#!/usr/bin/python3
# Plants headers that do not compile alone and expects the check to name them.
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

CHECK, *COMPILER = sys.argv[1:]


class HeadersTest(unittest.TestCase):
    def check(self, files):
        with tempfile.TemporaryDirectory() as root:
            for file, text in files.items():
                (Path(root) / file).parent.mkdir(parents=True, exist_ok=True)
                (Path(root) / file).write_text(text)
            return subprocess.run([sys.executable, CHECK, root, *COMPILER], capture_output=True, text=True)

    def test_complete_headers_pass(self):
        done = self.check({
            "sim/core/name.hpp": "// A name.\n#pragma once\n#include <string>\nstruct Name { std::string value; };\n",
            "models/example/person.hpp": '// A person.\n#pragma once\n#include "sim/core/name.hpp"\nstruct Person { Name name; };\n',
        })
        self.assertEqual((done.returncode, done.stdout), (0, "2 headers, 0 that do not compile alone\n"))

    def test_a_header_that_forgets_an_include_is_named(self):
        done = self.check({"sim/core/name.hpp": "// A name.\n#pragma once\nstruct Name { std::string value; };\n"})
        self.assertEqual(done.returncode, 1)
        self.assertIn("sim/core/name.hpp:1: does not compile alone", done.stdout)

    def test_a_header_without_pragma_once_is_named(self):
        done = self.check({"sim/core/name.hpp": "// A name.\nstruct Name {};\n"})
        self.assertEqual(done.returncode, 1)
        self.assertIn("redefinition", done.stdout)

    def test_a_warning_is_an_error(self):
        done = self.check({"sim/core/name.hpp": "// A name.\n#pragma once\ninline int f() { int unused; return 0; }\n"})
        self.assertEqual(done.returncode, 1)
        self.assertIn("unused variable", done.stdout)

    def test_no_compiler_is_wrong_usage(self):
        self.assertEqual(subprocess.run([sys.executable, CHECK, "."], capture_output=True).returncode, 2)


unittest.main(argv=sys.argv[:1])
