@echo off
rem The launcher for Windows: finds a JDK and Maven, builds when sources have changed, and calls the Java command line.
setlocal EnableExtensions
set "ROOT=%~dp0"
set "ROOT=%ROOT:~0,-1%"
set "INSTALLED=%ROOT%\.marl"

set "JAVA=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "JAVA=%JAVA_HOME%\bin\java.exe"
"%JAVA%" --version >nul 2>&1
if errorlevel 1 (
    echo No Java found: install a JDK 17 or newer, for example from https://adoptium.net, and run this again. 1>&2
    exit /b 1
)

rem Newer than the last build? PowerShell compares the times of sources and stamp.
powershell -NoProfile -Command "$s = Get-Item -ErrorAction SilentlyContinue '%INSTALLED%\built'; if (-not $s -or -not (Test-Path '%INSTALLED%\marl.jar')) { exit 1 }; $n = Get-ChildItem -Recurse '%ROOT%\src\main', '%ROOT%\pom.xml' | Where-Object { $_.LastWriteTime -gt $s.LastWriteTime } | Select-Object -First 1; if ($n) { exit 1 }"
if errorlevel 1 call :build
if errorlevel 1 exit /b 1

rem A command starts faster without the second compiler; what trains for minutes needs it.
set "QUICK=-XX:TieredStopAtLevel=1"
if "%~1"=="sweep" set "QUICK=-XX:+TieredCompilation"
"%JAVA%" %QUICK% -XX:+UseSerialGC -Djava.awt.headless=true -Duser.language=en -Duser.country=US -Dfile.encoding=UTF-8 "-Dmarl.root=%ROOT%" -cp "%INSTALLED%\marl.jar;%INSTALLED%\lib\*" marl.course.Main %*
exit /b %errorlevel%

:build
"%JAVA%" --list-modules | findstr /b "jdk.jshell" >nul
if errorlevel 1 (
    echo This Java is too old or a run-time only: install a full JDK 17 or newer and point JAVA_HOME at it. 1>&2
    exit /b 1
)
where mvn >nul 2>&1
if errorlevel 1 (
    echo No Maven found: install Maven 3.6.3 or newer from https://maven.apache.org and run this again. 1>&2
    exit /b 1
)
if not exist "%INSTALLED%" mkdir "%INSTALLED%"
echo building> "%INSTALLED%\building"
echo Building the course (the first time Maven downloads about 250 MB; a few minutes) ... 1>&2
set "OFFLINE="
if exist "%ROOT%\maven-repository" set OFFLINE=-o "-Dmaven.repo.local=%ROOT%\maven-repository"
call mvn -B -q -f "%ROOT%\pom.xml" -Dmaven.test.skip=true %OFFLINE% package > "%INSTALLED%\build.log" 2>&1
if errorlevel 1 (
    findstr "ERROR" "%INSTALLED%\build.log" 1>&2
    echo The build failed: the lines above say why; the whole log is .marl\build.log. 1>&2
    exit /b 1
)
robocopy "%ROOT%\target\stage\lib" "%INSTALLED%\lib" /MIR /NJH /NJS /NDL /NFL /NP >nul
robocopy "%ROOT%\target\stage\kernel" "%INSTALLED%\kernel" /NJH /NJS /NDL /NFL /NP >nul
copy /y "%ROOT%\target\marl.jar" "%INSTALLED%\marl.jar" >nul
if errorlevel 1 (
    echo Cannot write into %INSTALLED%: copy the course to a folder of your own and run it there. 1>&2
    exit /b 1
)
move /y "%INSTALLED%\building" "%INSTALLED%\built" >nul
exit /b 0
